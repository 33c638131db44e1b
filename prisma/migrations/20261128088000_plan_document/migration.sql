-- CreateTable
CREATE TABLE "plan_document" (
    "campaign_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_document_pkey" PRIMARY KEY ("campaign_id")
);

-- AddForeignKey
ALTER TABLE "plan_document" ADD CONSTRAINT "plan_document_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
