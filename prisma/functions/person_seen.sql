-- What a turn may know of a person: NULL when there is none or it was erased.
CREATE OR REPLACE FUNCTION person_seen(of_person uuid, today text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('id', p.id, 'fullName', p.full_name, 'givenName', p.given_name, 'locale', p.locale, 'roles', coalesce((
      SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unitCode', r.unit_code, 'position', r.position) ORDER BY r.valid_from, r.id)
      FROM role_assignment r
      WHERE r.person_id = p.id AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)), '[]'))
    FROM person p WHERE p.id = of_person AND p.erased_at IS NULL
  );
END $$;
