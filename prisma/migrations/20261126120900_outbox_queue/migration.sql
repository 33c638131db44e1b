-- What waits and what is under way is little beside what was ever sent: small indexes of their own, which a sent row leaves.
DROP INDEX "outbox_state_not_before_idx";
CREATE INDEX outbox_queue_in_order ON outbox (channel, kind, seq) WHERE state = 'QUEUED';
CREATE INDEX outbox_queue_by_time ON outbox (channel, kind, not_before) WHERE state = 'QUEUED';
CREATE INDEX outbox_queue_that_expires ON outbox (channel, expires_at) WHERE state = 'QUEUED' AND expires_at IS NOT NULL;
CREATE INDEX outbox_under_way ON outbox (channel, lease_until) WHERE state = 'SENDING';
