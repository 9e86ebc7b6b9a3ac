-- Until when the target asked not to be called (Retry-After, R4); null when it never did.
alter table connection add column not_before timestamptz;
