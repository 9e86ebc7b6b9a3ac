package org.rollbook.hub.signin;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.people.PublishedDistrict;
import org.rollbook.registry.sharing.App;
import org.springframework.security.web.csrf.CsrfToken;

/** Writes the pages of signing in. */
public final class SignInPages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, SignInPages.class.getClassLoader(), "org.rollbook.hub.signin");

  private final String version;

  /**
   * @param version of the style sheet, so that browsers do not use a former one
   */
  public SignInPages(String version) {
    this.version = version;
  }

  /**
   * What the sign-in page shows.
   *
   * @param app whom it is for; empty text for the portal
   * @param login what was typed before
   * @param trouble why it is shown again; empty text the first time
   * @param provider the name and the address of the district's own provider
   */
  record Form(
      PublishedDistrict district,
      boolean onlyDistrict,
      Onward onward,
      String app,
      String login,
      String trouble,
      Optional<ProviderButton> provider) {}

  /** The way to the district's own provider. */
  record ProviderButton(String name, String registration) {}

  String signIn(Form form, CsrfToken csrf) {
    return render("signin.jte", Map.of("form", form, "csrf", csrf));
  }

  String districts(List<PublishedDistrict> districts, Onward onward, String app) {
    return render("districts.jte", Map.of("districts", districts, "onward", onward, "app", app));
  }

  /** Asks for a code only, while {@code person} is absent; then for the password. */
  String invitation(Optional<Person> person, String code, String trouble, CsrfToken csrf) {
    return render(
        "invitation.jte", Map.of("person", person, "code", code, "trouble", trouble, "csrf", csrf));
  }

  String onward(Onward onward, Person person) {
    return render("onward.jte", Map.of("onward", onward, "person", person));
  }

  String portal(Person person, List<App> apps, CsrfToken csrf) {
    return render("portal.jte", Map.of("person", person, "apps", apps, "csrf", csrf));
  }

  String trouble(String title, String says) {
    return render("trouble.jte", Map.of("title", title, "says", says));
  }

  private String render(String template, Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    all.put("version", version);
    var html = new StringOutput();
    templates.render(template, all, html);
    return html.toString();
  }
}
