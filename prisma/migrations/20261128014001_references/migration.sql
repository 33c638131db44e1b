-- Rows that mean another row say so. What pointed nowhere is let go first: none of it could be shown.
DELETE FROM chat_line c WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = c.account_id);
DELETE FROM unit_picture p WHERE NOT EXISTS (SELECT FROM stored_file f WHERE f.id = p.file_id)
  OR NOT EXISTS (SELECT FROM unit u WHERE u.code = p.unit_code);
UPDATE stored_file f SET account_id = NULL WHERE f.account_id IS NOT NULL AND NOT EXISTS (SELECT FROM account a WHERE a.id = f.account_id);
UPDATE invitation i SET created_by = NULL WHERE i.created_by IS NOT NULL AND NOT EXISTS (SELECT FROM person p WHERE p.id = i.created_by);
UPDATE explanation_request e SET answered_by_id = NULL WHERE e.answered_by_id IS NOT NULL AND NOT EXISTS (SELECT FROM person p WHERE p.id = e.answered_by_id);
UPDATE initiative i SET related_id = NULL WHERE i.related_id IS NOT NULL AND NOT EXISTS (SELECT FROM initiative r WHERE r.id = i.related_id);
UPDATE audit a SET actor_id = NULL WHERE actor_id IS NOT NULL AND NOT EXISTS (SELECT FROM person p WHERE p.id = a.actor_id);
DELETE FROM reminder_order o WHERE o.person_id IS NOT NULL AND NOT EXISTS (SELECT FROM person p WHERE p.id = o.person_id);

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_line" ADD CONSTRAINT "chat_line_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanation_request" ADD CONSTRAINT "explanation_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_picture" ADD CONSTRAINT "unit_picture_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_picture" ADD CONSTRAINT "unit_picture_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_order" ADD CONSTRAINT "reminder_order_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_order" ADD CONSTRAINT "reminder_order_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
