package org.rollbook.sources.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes a district's first day. */
final class Founding {
  private final GeneratorSettings settings;
  private final Names names = new Names();
  private final Addresses addresses;
  private final List<GeneratedSchool> schools = new ArrayList<>();
  private final List<GeneratedStaff> staff = new ArrayList<>();

  Founding(GeneratorSettings settings) {
    this.settings = settings;
    this.addresses = Addresses.none(names, settings.emailDomain());
  }

  District district() {
    buildSchools();
    schools.forEach(this::hireStaff);
    var catchment = new Catchment(schools, settings.seed());
    var ground = new Ground(settings, names, new Catalogue(), schools, catchment, staff);
    LocalDate date = SchoolYear.weekday(settings.firstDay());
    Draft draft = Draft.empty(ground, addresses, date);
    for (int grade = 0; grade < Level.GRADES; grade++) {
      int share = settings.students() / Level.GRADES;
      boolean oneMore = grade < settings.students() % Level.GRADES;
      draft.admitCohort(grade, oneMore ? share + 1 : share);
    }
    new Timetable(draft).fill();
    return draft.finish(0, date, List.of());
  }

  private void buildSchools() {
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.SCHOOLS, 0);
    var places = new Places(dice);
    for (Level level : Level.values()) {
      int place = 0;
      for (int rank = 0; rank < level.schools(settings.students()); rank++) {
        int number = schools.size();
        String name = places.schoolName(number) + " " + level.title();
        int size = dice.between(88, 112);
        schools.add(
            new GeneratedSchool(
                number, level, place, size, name, places.street(dice), places.town(number)));
        place += size;
      }
    }
  }

  private void hireStaff(GeneratedSchool school) {
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.STAFF, school.number());
    hire(school, dice, "Principal", "Administration", "");
    hire(school, dice, "Technology Coordinator", "Technology", "School Tech Lead");
    hire(school, dice, "School Secretary", "Office", "");
  }

  private void hire(
      GeneratedSchool school, Dice dice, String title, String department, String role) {
    int given = names.drawGiven(dice);
    int family = names.drawFamily(dice);
    int address = addresses.nextEmployee(given, family);
    staff.add(
        new GeneratedStaff(
            staff.size(), school.number(), title, department, role, given, family, address));
  }
}
