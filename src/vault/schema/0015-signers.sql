-- What tells one person from another among those whose keys sign, and who let each in.

alter table release_signer add column mail varchar;            -- null: registered before it was asked for
alter table release_signer add column registered_by varchar;   -- the account of the machine under which it was done
