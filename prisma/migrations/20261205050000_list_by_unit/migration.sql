-- A list that is sorted by unit is read unit by unit, the latest first, as far as its page goes.
CREATE INDEX "record_campaign_id_kind_unit_code_sent_at_idx" ON "record"("campaign_id", "kind", "unit_code", "sent_at");
