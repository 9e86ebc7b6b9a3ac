package org.rollbook.app.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all browser tests one house and one browser; without a browser they are skipped. */
final class BrowserTests implements ParameterResolver, ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Chromium.installed().isPresent()
        ? ConditionEvaluationResult.enabled("there is a browser")
        : ConditionEvaluationResult.disabled(
            "There is no Chromium: install it, with 'apt-get install chromium' on Debian.");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == LearningHouse.class || type == Devices.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var house = once(context, LearningHouse.class, BrowserTests::house);
    if (parameter.getParameter().getType() == LearningHouse.class) {
      return house;
    }
    var chromium =
        once(context, Chromium.class, () -> Chromium.start(Chromium.installed().orElseThrow()));
    return context
        .getStore(Namespace.create(BrowserTests.class, context.getUniqueId()))
        .computeIfAbsent(Devices.class, absent -> new Devices(chromium, house), Devices.class);
  }

  private static <T> T once(ExtensionContext context, Class<T> type, Supplier<T> make) {
    return context
        .getStore(
            ExtensionContext.StoreScope.LAUNCHER_SESSION, Namespace.create(BrowserTests.class))
        .computeIfAbsent(type, absent -> make.get(), type);
  }

  private static LearningHouse house() {
    try {
      return new LearningHouse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
