-- Signing in. Nothing here lets whoever reads it sign in or call: passwords are Argon2id hashes,
-- tokens, codes and session ids are SHA-256 digests of random values, and what we have to know again
-- is sealed with the node's key, which is not in the database.

-- The key that ID tokens are signed with; one for all nodes.
create table signin_key (
  number smallint primary key check (number = 1),
  sealed bytea not null,
  made_at timestamptz not null
);

-- person_id, here and below: the person's id at the time (shared_object.id of kind 4 or 5).
create table signin_password (
  district_id integer not null references district,
  person_id bigint not null,
  hash text not null,
  set_at timestamptz not null,
  primary key (district_id, person_id)
);

-- One at a time for each person: a new one makes the former void.
create table signin_invitation (
  district_id integer not null references district,
  person_id bigint not null,
  code_digest bytea not null unique,
  expires_at timestamptz not null,
  primary key (district_id, person_id)
);

-- A district's own OpenID provider. Every change of one has a number of its own, also over a removal,
-- so that nothing that a node remembers of a former one is used.
create sequence signin_provider_generation as integer;
create table signin_provider (
  district_id integer primary key references district,
  name text not null,
  issuer text not null,
  client_id text not null,
  sealed_secret bytea not null,
  -- its e-mail addresses count as verified though it does not say so
  own_directory boolean not null,
  generation integer not null default nextval('signin_provider_generation')
);

-- Who is away at the district's provider.
create table signin_departure (
  state_digest bytea primary key,
  browser_digest bytea not null,
  sealed bytea not null,
  left_at timestamptz not null
);
create index signin_departure_by_time on signin_departure (left_at);

create table signin_session (
  digest bytea primary key,
  district_id integer not null references district,
  person_id bigint not null,
  opened_at timestamptz not null,
  used_at timestamptz not null
);
create index signin_session_by_person on signin_session (district_id, person_id);
create index signin_session_by_time on signin_session (used_at);

-- What an app was given for a person: a code, and the token that the code was turned into.
create table signin_authorization (
  id uuid primary key,
  app_id integer not null references app,
  district_id integer not null references district,
  person_id bigint not null,
  redirect_uri text not null,
  nonce text,
  code_challenge text,
  code_digest bytea not null unique,
  code_issued_at timestamptz not null,
  code_expires_at timestamptz not null,
  code_used_at timestamptz,
  token_digest bytea unique,
  token_issued_at timestamptz,
  token_expires_at timestamptz,
  token_revoked_at timestamptz
);
create index signin_authorization_by_time on signin_authorization (code_issued_at);

-- Failures in a row, by account (also of one that does not exist) and by address.
create table signin_failures (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null
);
create index signin_failures_by_time on signin_failures (last_at);

-- Every sign-in and every attempt. What was typed is not kept: a password is easily typed into the
-- field above.
create table signin_audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  what text not null,
  district_id integer,
  person_id bigint,
  app_id integer,
  address text not null
);
create index signin_audit_by_time on signin_audit (at);
