-- CreateTable
CREATE TABLE "figure_sheet" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "file_id" UUID,

    CONSTRAINT "figure_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "figure_sheet_campaign_id_unit_code_period_key" ON "figure_sheet"("campaign_id", "unit_code", "period");

-- AddForeignKey
ALTER TABLE "figure_sheet" ADD CONSTRAINT "figure_sheet_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_sheet" ADD CONSTRAINT "figure_sheet_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;
