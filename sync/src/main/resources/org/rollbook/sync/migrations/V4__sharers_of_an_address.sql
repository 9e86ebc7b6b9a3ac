-- Who else has the address of somebody who changed is found without a look at everybody.
create index account_match_email on account_match (district_id, connection_id, email);
