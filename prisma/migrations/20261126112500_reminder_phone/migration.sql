-- CreateTable
CREATE TABLE "reminder_phone" (
    "person_id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_phone_pkey" PRIMARY KEY ("person_id")
);

-- AddForeignKey
ALTER TABLE "reminder_phone" ADD CONSTRAINT "reminder_phone_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
