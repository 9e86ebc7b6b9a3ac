package org.rollbook.learn.pages;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of one package, which the build made classes of. */
public final class Templates {
  private final TemplateEngine engine;

  /**
   * @param anchor any class of the package
   */
  public Templates(Class<?> anchor) {
    this.engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, anchor.getClassLoader(), anchor.getPackageName());
  }

  /** A template's output, to stand in a page. */
  public Content content(String template, Map<String, Object> parameters) {
    String html = html(template, parameters);
    return output -> output.writeContent(html);
  }

  /** A template's output, for a part of a page that is asked for alone. */
  public String html(String template, Map<String, Object> parameters) {
    var html = new StringOutput();
    engine.render(template, parameters, html);
    return html.toString();
  }
}
