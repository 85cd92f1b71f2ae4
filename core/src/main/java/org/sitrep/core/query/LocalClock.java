package org.sitrep.core.query;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of the system, which looks its zone up when it is asked for: most queries name no day
 * that it tells, and to read the table of zones takes a good part of a short run.
 */
final class LocalClock extends Clock {
  @Override
  public ZoneId getZone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }
}
