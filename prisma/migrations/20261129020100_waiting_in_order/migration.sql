-- What waits for somebody is read kind by kind in the order in which it is shown, and no further than is shown.
DROP INDEX "record_waits_for_idx";
CREATE INDEX "record_waits_for_idx" ON "record"("campaign_id", "waits_for", "sent_at", "number") WHERE "waits_for" IS NOT NULL;
