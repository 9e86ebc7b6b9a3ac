package org.rollbook.app.commands;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code bench}: module bench stands above this one, so it is found by name. The launcher puts it
 * on the class path.
 */
@Command(name = "bench", description = "Makes the published figures anew (--help there says more).")
public final class BenchCommand implements Callable<Integer> {
  private static final String BENCH = "org.rollbook.bench.Bench";

  // picocli adds to it.
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    try {
      Class.forName(BENCH)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments.toArray(String[]::new));
      return ExitCode.DONE;
    } catch (ClassNotFoundException e) {
      throw new UsageError("The benchmarks are not on the class path: type ./rollbook bench.");
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
