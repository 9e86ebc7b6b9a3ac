-- Whether a person who approved a part of the plan left this class out (R2). It is kept with the plan,
-- since whoever goes on with a run that was killed has to know what was approved.
alter table run_class add column withheld boolean not null default false;
