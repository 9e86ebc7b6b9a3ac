-- Plans and runs that last. As in the registry, district_id leads every key and index.

create table connection (
  district_id integer not null references district,
  id bigint generated always as identity,
  target text not null,
  administrator text not null,
  root_url text,
  -- the target's credentials, sealed with the node's key: useless to who has only the database
  credentials bytea not null,
  policy text not null,
  grace_days integer not null,
  calls_per_minute integer,
  school_removals double precision not null,
  school_removals_from integer not null,
  class_removals double precision not null,
  class_removals_from integer not null,
  school_endings double precision not null,
  school_endings_from integer not null,
  -- the roster event up to which the last executed plan went; null until the first one
  planned_event bigint,
  -- the roster event up to which e-mail addresses were matched, and the last full look at accounts
  matched_event bigint,
  accounts_listed_at timestamptz,
  created_at timestamptz not null,
  primary key (district_id, id)
);
-- A person names a connection by its number alone.
create unique index connection_by_number on connection (id);

-- Which account is whose. account_id stays while a person has no usable account (reason says why):
-- losing an account is not leaving a class.
create table account_match (
  district_id integer not null,
  connection_id bigint not null,
  person_id bigint not null,
  email text,
  account_id text collate "C",
  reason text,
  primary key (district_id, connection_id, person_id)
);
create index account_match_waiting on account_match (district_id, connection_id, person_id)
  where reason is not null;
create index account_match_account on account_match (district_id, connection_id, account_id);

-- What source and target last agreed on, per class and per member.
create table class_baseline (
  district_id integer not null,
  connection_id bigint not null,
  section_id bigint not null,
  school_id bigint not null,
  address text not null,
  target_class text not null,
  name_source text not null,
  name_target text not null,
  owner_source text collate "C" not null,
  owner_target text collate "C" not null,
  state text not null,
  ended text not null,
  gone_since timestamptz,
  primary key (district_id, connection_id, section_id)
);

-- Seats are 0 none, 1 student, 2 teacher. since is when a kept change was found.
create table seat_baseline (
  district_id integer not null,
  connection_id bigint not null,
  section_id bigint not null,
  account_id text collate "C" not null,
  person_id bigint,
  source smallint not null,
  target smallint not null,
  by_hand boolean not null,
  since timestamptz not null,
  primary key (district_id, connection_id, section_id, account_id)
);

-- Classes that the next plan has to look at although the roster may not have changed them: a grace
-- that runs, an operation that was refused or got no answer, an account that appeared.
-- mark ascends with every marking, so that a run forgets the markings that its plan saw, and no later one.
create sequence pending_mark as bigint;
create table pending_class (
  district_id integer not null,
  connection_id bigint not null,
  section_id bigint not null,
  mark bigint not null default nextval('pending_mark'),
  primary key (district_id, connection_id, section_id)
);

create table run (
  district_id integer not null,
  id bigint generated always as identity,
  connection_id bigint not null,
  status text not null,
  -- what the plan was made from: the newest roster event and the newest marking of a pending class
  roster_event bigint not null,
  pending_mark bigint not null,
  planned integer not null default 0,
  holds jsonb not null default '[]',
  reads bigint not null default 0,
  writes bigint not null default 0,
  made_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (district_id, id)
);
create unique index run_by_number on run (id);
create index run_by_connection on run (district_id, connection_id, id);

-- One row per class that a plan concerns. settled is the baseline as it stands before any operation
-- is answered, where that differs from the baseline in the tables.
create table run_class (
  district_id integer not null,
  run_id bigint not null,
  section_id bigint not null,
  school_id bigint not null,
  address text not null,
  name text not null,
  settled jsonb,
  -- whether a later plan has to look at the class again
  pending boolean not null,
  primary key (district_id, run_id, section_id)
);

-- The journal. state: 0 planned, 1 sent, 2 done, 3 was so already, 4 refused, 5 a hand was there,
-- 6 left out because one before it did not happen, 7 never answered.
create table run_operation (
  district_id integer not null,
  run_id bigint not null,
  section_id bigint not null,
  number integer not null,
  kind text not null,
  account_id text,
  person_id bigint,
  former text,
  wanted text,
  reason text not null,
  state smallint not null default 0,
  code text,
  message text,
  advice text,
  primary key (district_id, run_id, section_id, number)
);
create index run_operation_refused on run_operation (district_id, run_id) where state in (4, 7);
create index run_operation_unanswered on run_operation (district_id, section_id) where state = 7;

-- Tokens of the quota that all nodes share (Bucket4j keeps its state here).
create table quota (
  id bigint primary key,
  state bytea,
  expires_at bigint
);
