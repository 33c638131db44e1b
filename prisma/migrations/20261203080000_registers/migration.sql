-- CreateTable
CREATE TABLE "case_version" (
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_version_pkey" PRIMARY KEY ("case_id","version")
);

-- CreateTable
CREATE TABLE "case_export" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_paper" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "link" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "library_paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "case_version_campaign_id_number_version_key" ON "case_version"("campaign_id", "number", "version");

-- CreateIndex
CREATE INDEX "library_paper_campaign_id_basis_idx" ON "library_paper"("campaign_id", "basis");

-- AddForeignKey
ALTER TABLE "case_version" ADD CONSTRAINT "case_version_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_version" ADD CONSTRAINT "case_version_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_export" ADD CONSTRAINT "case_export_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_export" ADD CONSTRAINT "case_export_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_export" ADD CONSTRAINT "case_export_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_paper" ADD CONSTRAINT "library_paper_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_paper" ADD CONSTRAINT "library_paper_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
