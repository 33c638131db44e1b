-- AlterTable
ALTER TABLE "obligation" ADD COLUMN     "about" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "listed_item" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "received_on" TEXT,
    "due_on" TEXT,
    "done_on" TEXT,
    "result" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "listed_item_pkey" PRIMARY KEY ("record_id","version","n")
);

-- AddForeignKey
ALTER TABLE "listed_item" ADD CONSTRAINT "listed_item_record_id_version_fkey" FOREIGN KEY ("record_id", "version") REFERENCES "record_version"("record_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
