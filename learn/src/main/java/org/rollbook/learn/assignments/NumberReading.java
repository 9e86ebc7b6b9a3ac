package org.rollbook.learn.assignments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed where a number is asked for. */
sealed interface NumberReading {
  /** The longest text that is looked at, in UTF-16 units. */
  int LONGEST = 40;

  /** It is this number. */
  record Understood(Quantity quantity) implements NumberReading {}

  /**
   * It is none, or could be two.
   *
   * @param says why, and how to write it
   */
  record NotUnderstood(String says) implements NumberReading {}

  NotUnderstood NO_NUMBER =
      new NotUnderstood("Write one number, without a unit: 12, -3, 0.5, 1/2 or 1 1/2.");

  NotUnderstood TOO_LONG = new NotUnderstood("Write the number with at most 40 characters.");

  /** Hyphens and minus signs of all kinds that keyboards and copied text hold. */
  Pattern MINUS = Pattern.compile("[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]");

  /** ½ and the like, which stand for several characters. */
  Pattern ONE_SIGN_FRACTION = Pattern.compile("(?=[\u00BC-\u00BE\u2150-\u215E])");

  Pattern FRACTION = Pattern.compile("(?:(\\d+) )?(\\d+) ?/ ?(\\d+)");

  /** 1,000: a thousand to some, one to others. */
  Pattern EITHER = Pattern.compile("[1-9]\\d{0,2},\\d{3}");

  /** Commas between thousands, where they can be nothing else. */
  Pattern THOUSANDS =
      Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3}){2,}|[1-9]\\d{0,2}(?:,\\d{3})+\\.\\d+");

  Pattern DECIMAL = Pattern.compile("\\d+\\.?|\\d*\\.\\d+");

  /**
   * Reads whole numbers, decimals with a point or a comma, fractions and mixed numbers, each with a
   * sign if need be.
   */
  static NumberReading of(String typed) {
    if (typed.length() > LONGEST) {
      return TOO_LONG;
    }
    var text = plain(typed);
    boolean minus = text.startsWith("-");
    var unsigned = minus || text.startsWith("+") ? text.substring(1).strip() : text;
    return switch (unsigned(unsigned)) {
      case Understood(var quantity) -> new Understood(minus ? quantity.negated() : quantity);
      case NotUnderstood not -> not;
    };
  }

  /** The same characters for the same meaning. */
  private static String plain(String typed) {
    var apart = ONE_SIGN_FRACTION.matcher(typed).replaceAll(" ");
    var usual = Normalizer.normalize(apart, Normalizer.Form.NFKC).replaceAll("[\u2044\u2215]", "/");
    return MINUS.matcher(usual).replaceAll("-").replaceAll("\\s+", " ").strip();
  }

  private static NumberReading unsigned(String text) {
    var fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      return fraction(fraction);
    }
    if (EITHER.matcher(text).matches()) {
      return new NotUnderstood(
          "%s can be read in two ways: write %s or %s."
              .formatted(text, text.replace(",", ""), text.replace(',', '.')));
    }
    var decimal =
        THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text.replace(',', '.');
    return DECIMAL.matcher(decimal).matches() ? decimal(decimal) : NO_NUMBER;
  }

  private static NumberReading fraction(Matcher parts) {
    var denominator = new BigInteger(parts.group(3));
    if (denominator.signum() == 0) {
      return new NotUnderstood("Nothing can be divided by 0. Write another number.");
    }
    var part = new Quantity(new BigInteger(parts.group(2)), denominator);
    var whole = parts.group(1);
    return new Understood(
        whole == null ? part : part.plus(new Quantity(new BigInteger(whole), BigInteger.ONE)));
  }

  private static Understood decimal(String text) {
    var value = new BigDecimal(text);
    var scale = Math.max(0, value.scale());
    return new Understood(
        new Quantity(value.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale)));
  }
}
