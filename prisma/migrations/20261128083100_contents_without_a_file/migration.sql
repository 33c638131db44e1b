-- Bytes that became no file go after a while: that they came is known from now on.
ALTER TABLE "file_content" ADD COLUMN "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
