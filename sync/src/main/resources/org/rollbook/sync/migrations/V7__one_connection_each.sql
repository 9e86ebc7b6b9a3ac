-- A district is joined to a Workspace once: connecting again renews. The Workspace is the domain of
-- the administrator's address, since the administrator may change.
alter table connection add column workspace text;
update connection
  set workspace = lower(coalesce(substring(administrator from '@([^@]*)$'), administrator));
alter table connection alter column workspace set not null;

-- Homes may have connections that were made twice. They stay, each with its baseline, until a person
-- removes one; the one that is renewed is the one that was ever run, else the oldest.
alter table connection add column twin boolean not null default false;
update connection c set twin = true where exists (
  select 1 from connection o
  where o.district_id = c.district_id and o.target = c.target
    and coalesce(o.root_url, '') = coalesce(c.root_url, '') and o.workspace = c.workspace
    and (o.planned_event is null, o.id) < (c.planned_event is null, c.id));
create unique index connection_once
  on connection (district_id, target, workspace, (coalesce(root_url, ''))) where not twin;

-- Why the target could not be used when it was last asked, for who must not ask it.
alter table connection add column trouble text;
alter table connection add column trouble_at timestamptz;

-- How many people waited for an account when the run was planned, and when it ended. Of former runs
-- only the newest of each connection can be told: for others it stays null.
alter table run add column waiting integer;
update run r set waiting = (
  select count(*) from account_match m
  where m.district_id = r.district_id and m.connection_id = r.connection_id
    and m.reason is not null)
where not exists (
  select 1 from run o
  where o.district_id = r.district_id and o.connection_id = r.connection_id and o.id > r.id);
