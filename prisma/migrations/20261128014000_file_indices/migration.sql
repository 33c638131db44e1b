-- «Who may download this file?» and «does anything name it?» look for one id in these lists.
-- CreateIndex
CREATE INDEX "initiative_file_ids_idx" ON "initiative" USING GIN ("file_ids");

-- CreateIndex
CREATE INDEX "launch_document_file_ids_idx" ON "launch_document" USING GIN ("file_ids");

-- CreateIndex
CREATE INDEX "target_report_file_ids_idx" ON "target_report" USING GIN ("file_ids");
