package org.rollbook.sources.cleverapi;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What an error's body says: {@code message}, or {@code error} of the token endpoint. */
final class ErrorBody {
  private static final int SHOWN = 200;
  private static final int READ = 10_000;

  private ErrorBody() {}

  /** Whether the API itself can have written it. */
  static boolean isJson(byte[] body) {
    try {
      return Json.MAPPER.readTree(body).isObject();
    } catch (JacksonException page) {
      return false;
    }
  }

  /** To stand behind the status: empty text when the body says nothing that people can read. */
  static String sentence(byte[] body, String secret) {
    if (body.length == 0 || body.length > READ) {
      return "";
    }
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      String said = Json.text(json, "message").or(() -> Json.text(json, "error")).orElse("");
      return said.isEmpty() ? "" : ": " + shown(said.replace(secret, "[hidden]"));
    } catch (JacksonException page) {
      return " and no JSON";
    }
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
  }
}
