package org.rollbook.sync.testing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.CallKind;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.ClassAge;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * A target in memory that behaves as Google's does, for tests that need thousands of runs. The same
 * rules are tested against the emulator through Google's own client.
 */
public final class ModelClassroom implements Classroom {
  private final SortedMap<String, Account> accounts = new TreeMap<>();
  private final Map<Long, ModelClass> classes = new TreeMap<>();
  private final Map<String, Long> names = new TreeMap<>();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private volatile InstantSource clock = InstantSource.system();
  private long lastId;

  private static final class ModelClass {
    private final long id;
    private final Instant made;
    private String name;
    private AccountId owner;
    private ClassState state = ClassState.OFFERED;
    private final SortedMap<AccountId, Seat> seats = new TreeMap<>();

    private ModelClass(long id, Instant made, String name, AccountId owner) {
      this.id = id;
      this.made = made;
      this.name = name;
      this.owner = owner;
      seats.put(owner, Seat.TEACHER);
    }

    private ClassAge age() {
      return new ClassAge(Optional.of(made));
    }

    private Observation.Seen seen(boolean withSeats) {
      return new Observation.Seen(
          name, owner, state, withSeats ? Optional.of(new TreeMap<>(seats)) : Optional.empty());
    }
  }

  @Override
  public void follow(InstantSource time) {
    clock = time;
  }

  // --- hands -----------------------------------------------------------------------------------

  @Override
  public synchronized void makeAccount(String address, String... aliases) {
    accounts.computeIfAbsent(
        address, _ -> new Account(new AccountId("a" + ++lastId), address, List.of(aliases), false));
  }

  @Override
  public synchronized void suspend(String address) {
    accounts.computeIfPresent(address, (_, a) -> new Account(a.id(), a.email(), a.aliases(), true));
  }

  @Override
  public synchronized void deleteAccount(String address) {
    accounts.remove(address);
  }

  @Override
  public synchronized List<SeenClass> classes() {
    return classes.values().stream().map(this::seenClass).toList();
  }

  private SeenClass seenClass(ModelClass model) {
    return new SeenClass(
        Long.toString(model.id),
        model.name,
        address(model.owner),
        GoogleWords.of(model.state),
        addresses(model, Seat.TEACHER),
        addresses(model, Seat.STUDENT));
  }

  private SortedSet<String> addresses(ModelClass model, Seat seat) {
    var found = new TreeSet<String>();
    model.seats.forEach((account, has) -> {
      if (has == seat) {
        found.add(address(account));
      }
    });
    return found;
  }

  private String address(AccountId id) {
    return accounts.values().stream()
        .filter(account -> account.id().equals(id))
        .map(Account::email)
        .findFirst()
        .orElse(id.value());
  }

  private AccountId account(String address) {
    var account = accounts.get(address);
    if (account == null) {
      throw new IllegalArgumentException("no account " + address);
    }
    return account.id();
  }

  private ModelClass model(String classId) {
    var model = classes.get(Long.parseLong(classId));
    if (model == null) {
      throw new IllegalArgumentException("no class " + classId);
    }
    return model;
  }

  @Override
  public synchronized String makeClass(String owner, String name) {
    var made = new ModelClass(++lastId, clock.instant(), name, account(owner));
    made.state = ClassState.ACTIVE;
    classes.put(made.id, made);
    return Long.toString(made.id);
  }

  @Override
  public synchronized void rename(String classId, String name) {
    model(classId).name = name;
  }

  @Override
  public synchronized void putInState(String classId, String state) {
    model(classId).state = GoogleWords.state(state);
  }

  @Override
  public synchronized void addStudent(String classId, String address) {
    model(classId).seats.put(account(address), Seat.STUDENT);
  }

  @Override
  public synchronized void removeStudent(String classId, String address) {
    model(classId).seats.remove(account(address), Seat.STUDENT);
  }

  @Override
  public synchronized void addTeacher(String classId, String address) {
    model(classId).seats.put(account(address), Seat.TEACHER);
  }

  @Override
  public synchronized void removeTeacher(String classId, String address) {
    model(classId).seats.remove(account(address), Seat.TEACHER);
  }

  @Override
  public synchronized void deleteClass(String classId) {
    classes.remove(Long.parseLong(classId));
    names.values().removeIf(id -> id == Long.parseLong(classId));
  }

  @Override
  public CallCount calls() {
    return new CallCount(reads.get(), writes.get());
  }

  @Override
  public void forgetCalls() {
    reads.set(0);
    writes.set(0);
  }

  @Override
  public Targets targets() {
    return new Targets() {
      @Override
      public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
        return Map.of();
      }

      @Override
      public Target open(TargetConnection connection, String credentials, CallGate gate) {
        return new ModelTarget(gate);
      }
    };
  }

  @Override
  public String credentials() {
    return "none needed";
  }

  @Override
  public String administrator() {
    return "admin@" + Sis.DOMAIN;
  }

  @Override
  public void close() {}

  // --- the API ---------------------------------------------------------------------------------

  private final class ModelTarget implements Target {
    private final CallGate gate;

    private ModelTarget(CallGate gate) {
      this.gate = gate;
    }

    private interface Body<T> {
      T answer();
    }

    private <T> T call(CallKind kind, Body<T> body) throws TargetUnavailable, InterruptedException {
      return gate.call(
          kind,
          _ -> {
            (kind == CallKind.READ ? reads : writes).incrementAndGet();
            synchronized (ModelClassroom.this) {
              return body.answer();
            }
          });
    }

    @Override
    public void accounts(Consumer<Account> each) throws TargetUnavailable, InterruptedException {
      call(CallKind.READ, () -> new ArrayList<>(accounts.values())).forEach(each);
    }

    @Override
    public Optional<Account> account(String email) throws TargetUnavailable, InterruptedException {
      return call(
          CallKind.READ,
          () ->
              accounts.values().stream()
                  .filter(a -> a.email().equals(email) || a.aliases().contains(email))
                  .findFirst());
    }

    private Optional<ModelClass> find(ClassAddress address) {
      return Optional.ofNullable(names.get(address.name())).map(classes::get);
    }

    private static ClassAddress at(ClassAddress address, ModelClass model) {
      return address.at(new TargetClassId(Long.toString(model.id)));
    }

    @Override
    public Looked look(ClassAddress address, boolean seats)
        throws TargetUnavailable, InterruptedException {
      return call(
          CallKind.READ,
          () ->
              find(address)
                  .map(model -> new Looked(at(address, model), model.seen(seats), model.age()))
                  .orElseGet(() -> Looked.missing(address)));
    }

    @Override
    public Answer perform(ClassAddress address, Operation operation, Optional<Instant> sentSince)
        throws TargetUnavailable, InterruptedException {
      return call(CallKind.WRITE, () -> answer(address, operation, sentSince));
    }

    private Answer answer(ClassAddress address, Operation operation, Optional<Instant> sentSince) {
      if (operation instanceof Operation.CreateClass create) {
        return create(address, create, sentSince);
      }
      var found = find(address);
      return found.isEmpty()
          ? new Answer.HandWasThere(new Observation.Missing())
          : ModelAnswers.answer(new Face(found.get()), operation, sentSince.isPresent());
    }

    private Answer create(
        ClassAddress address, Operation.CreateClass create, Optional<Instant> sentSince) {
      var there = find(address);
      if (there.isPresent()) {
        var id = new TargetClassId(Long.toString(there.get().id));
        return sentSince.filter(there.get().age()::mayComeOf).isPresent()
            ? new Answer.Done(Optional.of(id))
            : new Answer.ClassFound(id, there.get().seen(true));
      }
      var made = new ModelClass(++lastId, clock.instant(), create.name(), create.owner().account());
      classes.put(made.id, made);
      names.put(address.name(), made.id);
      return new Answer.Done(Optional.of(new TargetClassId(Long.toString(made.id))));
    }

    @Override
    public Optional<String> check() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** One class as {@link ModelAnswers} changes it. */
  private record Face(ModelClass model) implements ModelAnswers.Changeable {
    @Override
    public Observation.Seen seen() {
      return model.seen(false);
    }

    @Override
    public Map<AccountId, Seat> seats() {
      return model.seats;
    }

    @Override
    public void rename(String name) {
      model.name = name;
    }

    @Override
    public void give(AccountId owner) {
      model.owner = owner;
    }

    @Override
    public void put(ClassState state) {
      model.state = state;
    }
  }
}
