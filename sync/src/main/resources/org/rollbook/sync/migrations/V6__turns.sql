-- What came before what among a connection's runs: clocks of several nodes do not say. A run gets a new turn as
-- it begins and as it ends, and a plan keeps the newest turn of the connection's runs that it knew. Runs of one
-- connection do not overlap, so that turns are seen in the order in which they were taken.
create sequence run_turn as bigint;
alter table run
  add column turn bigint not null default 0,
  add column known_turn bigint not null default 0;

-- A plan that waits now and was overtaken, as far as the clocks told, stays overtaken.
update run p set known_turn = -1
where p.status in ('PLANNED', 'HELD') and exists (
  select 1 from run o
  where o.district_id = p.district_id and o.connection_id = p.connection_id and o.id <> p.id
    and coalesce(o.finished_at, o.started_at) > p.made_at);

create index run_by_turn on run (district_id, connection_id, turn);
