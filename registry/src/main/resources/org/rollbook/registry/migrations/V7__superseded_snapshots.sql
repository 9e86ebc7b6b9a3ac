-- A held snapshot that a newer one came after is superseded: nobody can decide about it any more, and
-- its files are not kept. At most one snapshot of a district waits for a person.
alter table snapshot drop constraint snapshot_status_check;
alter table snapshot add constraint snapshot_status_check
  check (status in ('applied', 'unchanged', 'held', 'refused', 'discarded', 'superseded'));

update snapshot s set status = 'superseded'
where s.status = 'held'
  and exists (select from snapshot n
              where n.district_id = s.district_id and n.id > s.id
                and n.status in ('applied', 'unchanged', 'held'));
delete from held_file f
where not exists (select from snapshot s
                  where s.district_id = f.district_id and s.id = f.snapshot_id
                    and s.status = 'held');

-- Asked for with every delivery: whether the same one is held already.
create unique index snapshot_held on snapshot (district_id) where status = 'held';
