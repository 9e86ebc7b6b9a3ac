package org.rollbook.hub.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollbook.core.roster.RecordId;

/** A district as apps name it: 24 hex digits. */
final class DistrictParameter {
  static final String NAME = "district_id";

  private DistrictParameter() {}

  static Optional<RecordId> read(@Nullable String text) {
    // The first digits are noughts: the number has at most 63 bits.
    if (text == null || !text.matches("0{8}[0-7][0-9a-fA-F]{15}") || text.matches("0+")) {
      return Optional.empty();
    }
    return Optional.of(new RecordId(Long.parseLong(text, 16)));
  }
}
