package org.rollbook.app.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollbook.app.console.Activity;
import org.rollbook.app.console.ExitCode;
import org.rollbook.bench.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code bench}: passes everything on to the benchmarks, which have options of their own. */
@Command(name = "bench", description = "Makes the published figures anew (--help there says more).")
public final class BenchCommand implements Callable<Integer> {
  private final Session session;

  @Unmatched private List<String> arguments = new ArrayList<>();

  public BenchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var console = session.console();
    try (var activity = new Activity(console, "")) {
      Bench.run(typed().toArray(String[]::new), console.answer(), new BenchActivity(activity));
    }
    return ExitCode.DONE;
  }

  /** What the environment says, and what was typed before and after: what stands last counts. */
  private List<String> typed() {
    var typed = new ArrayList<String>();
    session
        .wanted(Optional.empty())
        .ifPresent(home -> typed.addAll(List.of("--home", home.toString())));
    typed.addAll(arguments);
    return typed;
  }
}
