-- What a person's calendar was shown of something with a day, so that a change is known as one.
CREATE TABLE "calendar_event" (
    "person_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_event_pkey" PRIMARY KEY ("person_id","event")
);

ALTER TABLE "calendar_event" ADD CONSTRAINT "calendar_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
