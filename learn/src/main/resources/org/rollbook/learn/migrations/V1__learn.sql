-- The learning app's own database. The district leads every key: rows of one district stay
-- together, and nothing refers across districts.

-- A district that people have signed in from, by Clever's id.
create table district (
  id text primary key,
  name text not null,
  -- Where the reading of Clever's events stands; absent before the first reading.
  feed_event text,
  feed_as_of timestamptz,
  -- Everybody's classes are to be read anew where they were last read before this number.
  touched bigint not null default 0,
  -- When people last changed. Whose classes were being read meanwhile has to read them once more.
  people_touched bigint not null default 0
);

-- Numbers the changes that events announce and the readings of classes, so that "read since then"
-- is a comparison, whatever the clocks of servers do.
create sequence touch;

-- One account for one of Clever's users, whatever their name and address are.
create table person (
  district_id text not null references district,
  id bigint generated always as identity,
  clever_id text not null,
  teaches boolean not null,
  attends boolean not null,
  given_name text not null,
  family_name text not null,
  email text,
  -- The last change that an event announced for this teacher's classes, and the last that was read.
  touched bigint not null default 0,
  synced bigint,
  imported_at timestamptz,
  signed_in_at timestamptz,
  primary key (district_id, id),
  unique (district_id, clever_id)
);

create table class (
  district_id text not null references district,
  id bigint generated always as identity,
  -- Clever's id of the section; absent for a class made by hand.
  section_id text,
  name text not null,
  state text not null check (state in ('ACTIVE', 'ARCHIVED')),
  -- Whose hand archived it: the sync's or a person's.
  ended text not null check (ended in ('NOT', 'BY_US', 'BY_HAND')),
  owner_id bigint not null,
  -- What source and class last agreed on; absent for a class made by hand.
  agreed_name text,
  agreed_state text,
  agreed_owner bigint,
  -- For people to tell classes apart: subject, grade, period, term, as the section says.
  about text not null default '',
  -- With which students join a class made by hand.
  join_code text unique,
  -- The number of the reading that is applied here: an older one never overwrites a newer one.
  reading bigint not null default 0,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  check ((section_id is null) = (agreed_name is null)),
  check ((state = 'ACTIVE') = (ended = 'NOT'))
);

create unique index class_section on class (district_id, section_id) where section_id is not null;
create index class_owner on class (district_id, owner_id);

-- Who is or was in a class. Leaving is a date, never a deletion: coming back takes the date away.
create table seat (
  district_id text not null,
  class_id bigint not null,
  person_id bigint not null,
  role text not null check (role in ('TEACHER', 'STUDENT')),
  -- What source and class last agreed on; absent while they agree that there is no seat.
  agreed_role text check (agreed_role in ('TEACHER', 'STUDENT')),
  by_hand boolean not null,
  since timestamptz not null,
  left_at timestamptz,
  primary key (district_id, class_id, person_id),
  foreign key (district_id, class_id) references class (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id)
);

create index seat_person on seat (district_id, person_id);

-- Wrong codes that somebody tried to join a class with: guessing is slowed down.
create table wrong_code (
  district_id text not null,
  person_id bigint not null,
  tries integer not null,
  since timestamptz not null,
  primary key (district_id, person_id),
  foreign key (district_id, person_id) references person (district_id, id)
);

-- People whom a section lists and Clever does not show: the day they are shared, the class is
-- to be read anew.
create table unseen (
  district_id text not null,
  class_id bigint not null,
  clever_id text not null,
  primary key (district_id, class_id, clever_id),
  foreign key (district_id, class_id) references class (district_id, id)
);

create index unseen_person on unseen (district_id, clever_id);

-- One import or sync of one teacher.
create table sync_run (
  district_id text not null,
  id bigint generated always as identity,
  teacher_id bigint not null,
  cause text not null check (cause in ('FIRST_IMPORT', 'LOGIN', 'BUTTON')),
  began timestamptz not null,
  -- Moved on while the run is alive: one that is past it was killed.
  alive_until timestamptz not null,
  ended timestamptz,
  outcome text check (outcome in ('DONE', 'UNCHANGED', 'FAILED', 'KILLED')),
  -- What went wrong, as a code and in words; for the run as a whole.
  failure_code text,
  failure_says text,
  classes integer,
  seen boolean not null default false,
  primary key (district_id, id),
  foreign key (district_id, teacher_id) references person (district_id, id)
);

-- Two syncs of one teacher never run at once, whatever the number of processes.
create unique index sync_run_one on sync_run (district_id, teacher_id) where ended is null;
create index sync_run_teacher on sync_run (district_id, teacher_id, id desc);

-- What a sync did to one class.
create table sync_line (
  district_id text not null,
  run_id bigint not null,
  position integer not null,
  class_id bigint,
  class_name text not null,
  outcome text not null
    check (outcome in ('CREATED', 'UPDATED', 'ARCHIVED', 'RESTORED', 'UNCHANGED', 'FAILED')),
  -- Names, for people; at most so many, the rest is counted.
  joined text[] not null default '{}',
  departed text[] not null default '{}',
  says text not null default '',
  failure_code text,
  primary key (district_id, run_id, position),
  foreign key (district_id, run_id) references sync_run (district_id, id)
);

-- What can be learnt: one catalogue for everybody, so that a level means the same in every class.
create table skill (
  id text primary key,
  -- The order in which skills are listed.
  position integer not null unique,
  subject text not null,
  grade integer not null check (grade between 3 and 8),
  name text not null
);

-- Each in the grade in which the Common Core State Standards first ask for it.
insert into skill (position, id, subject, grade, name) values
  (1, 'maths.multiplication.facts', 'Mathematics', 3, 'Multiplication facts'),
  (2, 'maths.rounding', 'Mathematics', 3, 'Round whole numbers'),
  (3, 'maths.time.elapsed', 'Mathematics', 3, 'Elapsed time'),
  (4, 'maths.fractions.meaning', 'Mathematics', 3, 'Fractions as parts of a whole'),
  (5, 'maths.multiplication.multidigit', 'Mathematics', 4, 'Multiply larger numbers'),
  (6, 'maths.fractions.equivalent', 'Mathematics', 4, 'Equivalent fractions'),
  (7, 'maths.angles', 'Mathematics', 4, 'Measure angles'),
  (8, 'maths.fractions.add', 'Mathematics', 5, 'Add and subtract fractions'),
  (9, 'maths.decimals', 'Mathematics', 5, 'Calculate with decimals'),
  (10, 'maths.volume', 'Mathematics', 5, 'Volume of boxes'),
  (11, 'maths.ratios', 'Mathematics', 6, 'Ratios and rates'),
  (12, 'maths.percent', 'Mathematics', 6, 'Percent'),
  (13, 'maths.integers', 'Mathematics', 6, 'Negative numbers'),
  (14, 'maths.expressions', 'Mathematics', 6, 'Expressions'),
  (15, 'maths.equations', 'Mathematics', 7, 'Solve equations'),
  (16, 'maths.circles', 'Mathematics', 7, 'Circles'),
  (17, 'maths.probability', 'Mathematics', 7, 'Probability'),
  (18, 'maths.functions.linear', 'Mathematics', 8, 'Linear functions'),
  (19, 'maths.pythagoras', 'Mathematics', 8, 'Pythagorean theorem'),
  (20, 'maths.exponents', 'Mathematics', 8, 'Exponents and roots'),
  (21, 'english.reading.main-idea', 'English', 3, 'Main idea and details'),
  (22, 'english.vocabulary.affixes', 'English', 3, 'Prefixes and suffixes'),
  (23, 'english.grammar.parts-of-speech', 'English', 3, 'Parts of speech'),
  (24, 'english.reading.inference', 'English', 4, 'Draw inferences'),
  (25, 'english.grammar.sentences', 'English', 4, 'Complete sentences'),
  (26, 'english.reading.theme', 'English', 5, 'Theme of a story'),
  (27, 'english.grammar.tenses', 'English', 5, 'Verb tenses'),
  (28, 'english.vocabulary.context', 'English', 6, 'Words in context'),
  (29, 'english.grammar.pronouns', 'English', 6, 'Pronouns'),
  (30, 'english.reading.argument', 'English', 7, 'Claims and evidence'),
  (31, 'english.vocabulary.figurative', 'English', 7, 'Figurative language'),
  (32, 'english.grammar.voice', 'English', 8, 'Active and passive voice');

create table assignment (
  district_id text not null,
  id bigint generated always as identity,
  class_id bigint not null,
  author_id bigint not null,
  title text not null,
  instructions text not null default '',
  due date,
  created_at timestamptz not null,
  published_at timestamptz,
  -- Chosen by the form: the same form sent twice makes one assignment.
  made_once uuid not null,
  primary key (district_id, id),
  unique (district_id, class_id, made_once),
  foreign key (district_id, class_id) references class (district_id, id),
  foreign key (district_id, author_id) references person (district_id, id)
);

create index assignment_class on assignment (district_id, class_id);

create table question (
  district_id text not null,
  id bigint generated always as identity,
  assignment_id bigint not null,
  position integer not null,
  prompt text not null,
  skill_id text not null references skill,
  -- Either choices and which of them is right (from 0), or a number and how far off may be. Numbers
  -- are kept as the teacher wrote them: 1/3 is no decimal.
  choices text[],
  right_choice integer,
  right_number text,
  tolerance text,
  primary key (district_id, id),
  unique (district_id, assignment_id, position),
  foreign key (district_id, assignment_id) references assignment (district_id, id),
  check ((choices is null) = (right_choice is null)),
  check ((right_number is null) = (tolerance is null)),
  check ((choices is null) <> (right_number is null))
);

-- One answer of one student to one question. Never erased, whatever class the student is in.
create table response (
  district_id text not null,
  question_id bigint not null,
  student_id bigint not null,
  -- In the order in which a student's answers were taken, which mastery depends on.
  number bigint generated always as identity,
  answer text not null,
  correct boolean not null,
  answered_at timestamptz not null,
  primary key (district_id, question_id, student_id),
  foreign key (district_id, question_id) references question (district_id, id),
  foreign key (district_id, student_id) references person (district_id, id)
);

create index response_student on response (district_id, student_id, number);

-- How well a student has a skill: the student's own, in no class.
create table mastery (
  district_id text not null,
  student_id bigint not null,
  skill_id text not null references skill,
  -- The probability that the student knows the skill, 0 to 1.
  known double precision not null check (known between 0 and 1),
  answers integer not null,
  updated_at timestamptz not null,
  primary key (district_id, student_id, skill_id),
  foreign key (district_id, student_id) references person (district_id, id)
);

-- Who has a browser open here. Spring Session's tables under names of ours (its schema for
-- PostgreSQL); times are milliseconds since 1970.
create table web_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);

create index web_session_expiry on web_session (expiry_time);
create index web_session_principal on web_session (principal_name);

create table web_session_attributes (
  session_primary_id char(36) not null references web_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- Who left for Clever with which browser. Digests only: whoever reads them cannot come back as
-- somebody else.
create table departure (
  state bytea primary key,
  browser bytea not null,
  onward text not null,
  -- Begun by ourselves, for somebody whom Clever sent without being asked to.
  unasked boolean not null,
  begun_at timestamptz not null,
  -- The code that they came back with: a state is used once.
  code bytea,
  outcome text check (outcome in ('SIGNED_IN', 'REFUSED'))
);

create index departure_browser on departure (browser, begun_at);
create index departure_age on departure (begun_at);

-- Every sign-in, and every attempt that came to nothing. Who it was is absent while Clever has not
-- said so.
create table sign_in (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  outcome text not null,
  district_id text,
  person_id bigint
);

create index sign_in_age on sign_in (at);
create index sign_in_person on sign_in (district_id, person_id, at);
