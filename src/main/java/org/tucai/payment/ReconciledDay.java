package org.tucai.payment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** A day in China whose book and bills were compared, whether they agreed or not. */
@MappedEntity("reconciled_day")
record ReconciledDay(@Id LocalDate day) {}
