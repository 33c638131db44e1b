-- How much somebody has sent today is asked with every file.
-- CreateIndex
CREATE INDEX "stored_file_account_id_created_at_idx" ON "stored_file"("account_id", "created_at");
