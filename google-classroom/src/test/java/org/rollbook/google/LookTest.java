package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;

/** Reading: classes with many members, and the directory. */
class LookTest {
  private TestSchool school;

  @BeforeEach
  void open() throws Exception {
    school = new TestSchool();
  }

  @AfterEach
  void close() {
    school.close();
  }

  @Test
  void R7_a_look_follows_every_page_of_thirty_and_no_other_read() throws Exception {
    var owner = school.person("kraus");
    var algebra = school.accepted("algebra", "Algebra", owner);
    var students = students(65);
    addAll(algebra, students);

    school.count();
    var seats = school.seen(algebra).seats().orElseThrow();
    school.assertCalls(1 + 1 + 3, 0);
    assertThat(seats).hasSize(66).containsEntry(owner, Seat.TEACHER);
    assertThat(students)
        .allSatisfy(student -> assertThat(seats).containsEntry(student, Seat.STUDENT));

    school.count();
    school.target().look(algebra, false);
    school.assertCalls(1, 0);
  }

  private List<AccountId> students(int count) throws Exception {
    var students = new ArrayList<AccountId>();
    for (int i = 0; i < count; i++) {
      students.add(school.person("student" + i));
    }
    return students;
  }

  /** From many threads at once, as a run does it. */
  private void addAll(org.rollbook.sync.target.ClassAddress address, List<AccountId> students)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Answer>>();
      for (var student : students) {
        answers.add(threads.submit(() -> school.perform(address, Operations.addStudent(student))));
      }
      for (var answer : answers) {
        assertThat(answer.get()).isInstanceOf(Answer.Done.class);
      }
    }
  }

  @Test
  void G2_every_account_is_handed_over_once() throws Exception {
    for (int i = 0; i < 520; i++) {
      school.addAccount("person" + i);
    }
    school.count();
    var ids = new HashSet<AccountId>();
    var count = new ArrayList<Account>();
    school.target().accounts(count::add);
    count.forEach(account -> ids.add(account.id()));

    assertThat(count).hasSize(521);
    assertThat(ids).hasSize(521);
    school.assertCalls(2, 0);
  }

  @Test
  void G2_an_account_is_found_by_any_of_its_addresses_in_any_case() throws Exception {
    var lena = school.person("lena");
    school.suspend("lena");
    assertThat(school.target().account("LENA.Alias@School.example"))
        .hasValueSatisfying(account -> {
          assertThat(account.id()).isEqualTo(lena);
          assertThat(account.email()).isEqualTo("lena@school.example");
          assertThat(account.aliases()).contains("lena.alias@school.example");
          assertThat(account.suspended()).isTrue();
        });
  }

  @Test
  void G3_an_address_without_an_account_is_no_failure() throws Exception {
    assertThat(school.target().account("nobody@school.example")).isEmpty();
    assertThat(school.target().account("somebody@elsewhere.example")).isEmpty();
    assertThat(school.target().account("not an address")).isEmpty();
  }
}
