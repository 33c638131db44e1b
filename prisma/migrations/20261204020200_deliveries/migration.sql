-- One way to send for all: the plan, papers that were made here, papers of the library.
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "file_id" UUID,
    "recipient" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "day" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "person_ids" UUID[],
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "delivery_campaign_id_kind_subject_id_idx" ON "delivery"("campaign_id", "kind", "subject_id");

ALTER TABLE "delivery" ADD CONSTRAINT "delivery_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "delivery" ("id", "campaign_id", "kind", "subject_id", "recipient", "way", "note", "person_ids", "sent_by_id", "sent_at")
SELECT d."id", p."campaign_id", 'PAPER', d."paper_id", d."recipient", d."way", d."note", d."person_ids", d."sent_by_id", d."sent_at"
FROM "paper_delivery" d JOIN "paper" p ON p."id" = d."paper_id";

DROP TABLE "paper_delivery";
