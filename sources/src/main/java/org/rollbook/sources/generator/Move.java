package org.rollbook.sources.generator;

import java.util.List;

/** One thing that happened in a district. Ids and names are those of the files. */
public sealed interface Move {
  /** What happened, for a person to read. */
  String sentence();

  /** A person, by the id and the name in the files. */
  record Person(String id, String name) {}

  /** A section, by the id and the name in the files. */
  record Group(String id, String name) {}

  /** A student whose section opened or closed, and the section left or joined instead. */
  record Reseated(Person student, Group otherSection) {}

  /** A student who was never here before came to the district. */
  record StudentArrived(Person student, String school, List<Group> sections) implements Move {
    public StudentArrived {
      sections = List.copyOf(sections);
    }

    @Override
    public String sentence() {
      return student.name() + " is new at " + school + ", in " + sections.size() + " classes.";
    }
  }

  /** A student left the district, and every section. */
  record StudentLeft(Person student, String school, List<Group> sections) implements Move {
    public StudentLeft {
      sections = List.copyOf(sections);
    }

    @Override
    public String sentence() {
      return student.name() + " left " + school + " and the district.";
    }
  }

  /** A student changed schools inside the district, and every section with it. */
  record SchoolChanged(Person student, String from, String to, List<Group> left, List<Group> joined)
      implements Move {
    public SchoolChanged {
      left = List.copyOf(left);
      joined = List.copyOf(joined);
    }

    @Override
    public String sentence() {
      return student.name() + " changed schools from " + from + " to " + to + ".";
    }
  }

  /** A student went from one section to another of the same course. */
  record SectionMove(Person student, Group from, Group to) implements Move {
    @Override
    public String sentence() {
      return student.name() + " moved from " + from.name() + " to " + to.name() + ".";
    }
  }

  /** A student's family name changed, and the address with it. */
  record EmailChanged(Person student, String formerName, String formerEmail, String email)
      implements Move {
    @Override
    public String sentence() {
      return formerName
          + " is now called "
          + student.name()
          + "; the e-mail address changed from "
          + formerEmail
          + " to "
          + email
          + ".";
    }
  }

  /**
   * A teacher left; a new one took over.
   *
   * @param sections which changed their primary teacher, by the name they have now
   * @param coTaught which changed a co-teacher
   */
  record TeacherReplaced(
      Person former, Person successor, String school, List<Group> sections, List<Group> coTaught)
      implements Move {
    public TeacherReplaced {
      sections = List.copyOf(sections);
      coTaught = List.copyOf(coTaught);
    }

    @Override
    public String sentence() {
      return successor.name()
          + " replaced "
          + former.name()
          + " at "
          + school
          + " in "
          + (sections.size() + coTaught.size())
          + " classes.";
    }
  }

  /** A teacher of the school became a co-teacher. */
  record CoTeacherJoined(Person teacher, Group section) implements Move {
    @Override
    public String sentence() {
      return teacher.name() + " joined " + section.name() + " as co-teacher.";
    }
  }

  /** A co-teacher is none any more, and stays at the school. */
  record CoTeacherLeft(Person teacher, Group section) implements Move {
    @Override
    public String sentence() {
      return teacher.name() + " no longer co-teaches " + section.name() + ".";
    }
  }

  /** A section opened with students of others. */
  record SectionAdded(Group section, Person teacher, List<Reseated> students) implements Move {
    public SectionAdded {
      students = List.copyOf(students);
    }

    @Override
    public String sentence() {
      return section.name()
          + " was opened with "
          + students.size()
          + " students from other classes.";
    }
  }

  /** A section closed; its students went to others. */
  record SectionDropped(Group section, List<Reseated> students) implements Move {
    public SectionDropped {
      students = List.copyOf(students);
    }

    @Override
    public String sentence() {
      return section.name()
          + " was closed; its "
          + students.size()
          + " students moved to other classes.";
    }
  }

  /** The first semester's sections ended, the second's began. */
  record TermTurned(String from, String to, int closed, int opened) implements Move {
    @Override
    public String sentence() {
      return "Term "
          + from
          + " ended with "
          + closed
          + " classes, term "
          + to
          + " began with "
          + opened
          + ".";
    }
  }

  /** A new school year: everything else of the day is part of it. */
  record YearRolledOver(
      String from,
      String to,
      int promoted,
      int graduated,
      int arrived,
      int sectionsClosed,
      int sectionsOpened,
      int teachersHired,
      int teachersLeft)
      implements Move {
    @Override
    public String sentence() {
      return "School year "
          + to
          + " followed "
          + from
          + ": "
          + promoted
          + " students promoted, "
          + graduated
          + " graduated, "
          + arrived
          + " arrived; "
          + sectionsClosed
          + " classes closed, "
          + sectionsOpened
          + " opened.";
    }
  }

  /** The day's export is not what the district is. */
  record ExportBroken(RequestedEvent.Kind kind, String sentence) implements Move {}
}
