-- State 8 of run_operation: never answered, and a later look showed what had become of it.

-- The target's id of the class, as far as the plan knew it: a class that was made without an answer is
-- found by a look, and nothing but the plan keeps its id until the baseline does.
alter table run_class add column target_class text;
