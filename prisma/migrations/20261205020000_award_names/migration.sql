-- Names of awards are compared as nominees' are: without the signs between their words. What is not plain Latin stays as it was.
UPDATE "award" SET "name_folded" = btrim(regexp_replace("name_folded", '[^a-z0-9]+', ' ', 'g'))
WHERE "name_folded" ~ '^[ -~]*$';
