-- Prints whose picture no longer stands but which are still paid for wait for the next one; until now they read as cancelled.
UPDATE print_shipment s
    JOIN purchase_order o ON o.no = s.order_no AND o.status IN ('PAID', 'PARTLY_REFUNDED')
    JOIN capture c ON c.no = s.capture_no AND c.facts_sealed IS NOT NULL
    JOIN state_transition t ON t.kind = 'shipment' AND t.subject = s.no
SET s.status = 'ON_HOLD'
WHERE s.status = 'CANCELLED' AND t.cause = 'picture-replaced'
  AND t.id = (SELECT MAX(l.id) FROM state_transition l WHERE l.kind = 'shipment' AND l.subject = s.no);
