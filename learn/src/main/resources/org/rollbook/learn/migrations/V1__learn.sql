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
  subject text not null,
  name text not null
);

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
  primary key (district_id, id),
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
  -- Either choices and which of them is right (from 0), or a number and how far off may be.
  choices text[],
  right_choice integer,
  right_number numeric,
  tolerance numeric,
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
  answer text not null,
  correct boolean not null,
  answered_at timestamptz not null,
  primary key (district_id, question_id, student_id),
  foreign key (district_id, question_id) references question (district_id, id),
  foreign key (district_id, student_id) references person (district_id, id)
);

create index response_student on response (district_id, student_id);

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
