package org.rollbook.app.learning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.rollbook.app.learning.Town.Somebody;

/** One person on a device of their own. */
final class Journey implements AutoCloseable {
  static final int DESK = 1280;
  static final int PHONE = 390;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> MATTERS = List.of("serious", "critical");
  private static final double PATIENCE = 20_000;

  private final LearningHouse house;
  private final URI learn;
  private final BrowserContext context;
  private final Page page;

  Journey(Chromium chromium, LearningHouse house, URI learn, int width) {
    this.house = house;
    this.learn = learn;
    this.context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions()
                    .setViewportSize(width, width == PHONE ? 844 : 900)
                    .setLocale("en-US"));
    context.setDefaultTimeout(PATIENCE);
    this.page = context.newPage();
  }

  Page page() {
    return page;
  }

  /** Opens a page of the learning app. */
  Journey open(String path) {
    page.navigate(learn + path);
    return this;
  }

  /** Opens a page of the hub. */
  Journey openHub(String path) {
    page.navigate(house.hub(path));
    return this;
  }

  /** From the learning app's front page over the hub's sign-in to the classes. */
  Journey signIn(Somebody somebody) {
    return open("/sign-in").press("Log in with Clever").atHub(somebody);
  }

  /** Name and password on the hub's page. */
  Journey atHub(Somebody somebody) {
    return atHubOf("springfield", somebody);
  }

  /** Where the hub has several districts it asks for that first. */
  Journey atHubOf(String district, Somebody somebody) {
    var chooser = page.getByLabel("District");
    var login = page.getByLabel("E-mail or user name");
    chooser.or(login).first().waitFor();
    if (chooser.isVisible()) {
      chooser.selectOption(district);
      press("Go on");
    }
    login.fill(somebody.email());
    page.getByLabel("Password").fill(LearningHouse.PASSWORD);
    return press("Sign in");
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** Presses the button or follows the link of that name. */
  Journey press(String name) {
    page.getByRole(AriaRole.BUTTON, exactly(name))
        .or(page.getByRole(AriaRole.LINK, exactly(name)))
        .first()
        .click();
    return this;
  }

  /** The first import, from the button to the classes. */
  Journey imports() {
    press("Import & Sync with Clever").press("Import my classes").sees("Your classes are imported");
    return press("Back to your classes").isAt("/classes");
  }

  /** Sync with Clever, from the button to the classes. */
  Journey syncs() {
    press("Sync with Clever").press("Back to your classes").isAt("/classes");
    return this;
  }

  Journey makesClass(String name) {
    press("Make a class");
    page.getByRole(AriaRole.TEXTBOX).fill(name);
    return press("Make the class").sees("Join code");
  }

  /** Publishes an assignment of one question with two choices. */
  Journey asks(String title, String question, String right, String wrong) {
    press("New assignment");
    labelled("Title").fill(title);
    labelled("Question").fill(question);
    labelled("Choice 1").fill(right);
    labelled("Choice 2").fill(wrong);
    labelled("Choice 1 is right").check();
    labelled("Skill").selectOption(new SelectOption().setIndex(1));
    return press("Save and publish").sees("Published");
  }

  /** Opens the assignment and answers its first question. */
  Journey answers(String title, String choice) {
    press(title).press("Start");
    labelled(choice).check();
    return press("Answer");
  }

  private Locator labelled(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** The part of the page under a heading. */
  LocatorAssertions card(String heading) {
    return assertThat(
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(heading)));
  }

  /** Waits until the page says it so many times. */
  Journey seesTimes(String text, int times) {
    assertThat(main().getByText(text)).hasCount(times);
    return this;
  }

  /** Waits until the page says it, somewhere. */
  Journey sees(String text) {
    assertThat(main().getByText(text).locator("visible=true").first()).isVisible(patiently());
    return this;
  }

  /** The page, which has to be there whole, does not say it. */
  Journey doesNotSee(String text) {
    assertThat(main().getByText(text)).hasCount(0);
    return this;
  }

  /** The page's head names whom it is for. */
  Journey says(String name) {
    assertThat(page.locator("header").getByText(name)).isVisible(patiently());
    return this;
  }

  /** Waits until the learning app shows the page of that address. */
  Journey isAt(String path) {
    var address = learn + path;
    page.waitForURL(url -> url.equals(address) || url.startsWith(address + "?"));
    return this;
  }

  /** A page whose clock was installed finds itself half a minute older. */
  Journey later() {
    page.clock().fastForward(30_000);
    return this;
  }

  Locator main() {
    return page.locator("main");
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }

  /**
   * Keeps a picture, and finds nothing serious that would stop somebody who does not see it, nor
   * anything wider than the device.
   */
  Journey look(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    var serious =
        new AxeBuilder(page)
                // No page of ours has frames of others: it needs no second tab to put them
                // together.
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .stream()
                .filter(rule -> MATTERS.contains(rule.getImpact()))
                .map(Journey::told)
                .toList();
    Assertions.assertThat(serious).as("what stops people on %s", name).isEmpty();
    Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s is as wide as the device", name)
        .isEqualTo(true);
    return this;
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " at "
        + rule.getNodes().stream()
            .map(node -> node.getTarget() + " " + node.getHtml())
            .collect(Collectors.joining("; "));
  }

  @Override
  public void close() {
    context.close();
  }
}
