package org.rollbook.emulator.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.rollbook.emulator.courses.CourseState;

/** Writes one HTML page that needs nothing but itself; what people wrote is always escaped. */
final class Html {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--line:#8884;--soft:#8882}
      body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
      h1{margin:0}a{color:inherit}small{opacity:.7}
      table{border-collapse:collapse;width:100%}
      th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
      th:nth-child(n+4),td:nth-child(n+4){text-align:right}
      .tiles{display:flex;flex-wrap:wrap;gap:.6rem;padding:0;list-style:none}
      .tiles li{background:var(--soft);border-radius:.6rem;padding:.5rem .9rem}
      .tiles b{display:block;font-size:1.4rem}
      .state{border-radius:1rem;padding:.1rem .6rem;background:var(--soft);white-space:nowrap}
      .active{background:#1a7f3733}.offered{background:#bf870033}.declined{background:#cf222e33}
      form{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0}
      input,select,button{font:inherit;padding:.35rem .6rem}input{flex:1;min-width:12rem}
      nav{display:flex;gap:1rem;margin:1rem 0}
      .people{columns:18rem;padding-left:1.2rem}
      """;

  private final StringBuilder out = new StringBuilder(8_192);

  Html(String title) {
    raw("<!doctype html><html lang=en><meta charset=utf-8>");
    raw("<meta name=viewport content=\"width=device-width\"><title>").text(title);
    raw("</title><style>" + STYLE + "</style><h1>").text(title).raw("</h1>");
    raw("<p><small>A stand-in for Google Classroom. Nothing here is at Google.</small></p>");
  }

  Html raw(String html) {
    out.append(html);
    return this;
  }

  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(letter);
      }
    }
    return this;
  }

  Html state(CourseState state) {
    return raw("<span class=\"state " + state.word() + "\">" + state.word() + "</span>");
  }

  void tile(String word, int count) {
    raw("<li><b>" + count + "</b>" + word);
  }

  void searchForm(String words, String state) {
    raw("<form><label for=q hidden>Search</label><input id=q name=q type=search ");
    raw("placeholder=\"Class name or owner\" value=\"").text(words).raw("\">");
    raw("<label for=state hidden>State</label><select id=state name=state><option value=\"\">");
    raw("every state</option>");
    for (CourseState each : CourseState.values()) {
      String chosen = each.word().equals(state) ? " selected" : "";
      raw("<option" + chosen + ">" + each.word() + "</option>");
    }
    raw("</select><button>Search</button></form>");
  }

  void pages(String words, String state, int page, int last) {
    raw("<nav>");
    if (page > 1) {
      link(words, state, page - 1, "Newer");
    }
    if (last > 1) {
      raw("<span>Page " + page + " of " + last + "</span>");
    }
    if (page < last) {
      link(words, state, page + 1, "Older");
    }
    raw("</nav>");
  }

  private void link(String words, String state, int page, String label) {
    String query = "?q=" + encoded(words) + "&state=" + encoded(state) + "&page=" + page;
    raw("<a href=\"/").text(query).raw("\">" + label + "</a>");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String end() {
    return out.toString();
  }
}
