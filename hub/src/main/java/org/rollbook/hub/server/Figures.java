package org.rollbook.hub.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.rollbook.sync.runs.RunStatus;

/** The gauges: those of the JVM, and those of the status, read anew each time. */
final class Figures {
  private final CarefulStatus source;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge waiting;
  private Optional<Status> status = Optional.empty();

  Figures(CarefulStatus source) {
    this.source = source;
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gauge("rollbook.snapshots.held", "Snapshots that wait for a person", Status::snapshotsHeld);
    gauge("rollbook.runs.held", "Runs that wait for a person", now -> now.runs(RunStatus.HELD));
    gauge(
        "rollbook.runs.incomplete",
        "Runs that stopped before everything was answered",
        now -> now.runs(RunStatus.INCOMPLETE));
    Gauge.builder("rollbook.status.known", this, figures -> figures.status.isPresent() ? 1 : 0)
        .description("Whether the other figures of Rollbook could be read")
        .register(registry);
    waiting =
        MultiGauge.builder("rollbook.people.waiting")
            .description("People who wait for an account")
            .register(registry);
  }

  /** A figure that is not known is not a number, so that no alarm takes it for zero. */
  private void gauge(String name, String description, ToDoubleFunction<Status> figure) {
    Gauge.builder(
            name, this, figures -> figures.status.map(figure::applyAsDouble).orElse(Double.NaN))
        .description(description)
        .register(registry);
  }

  /** All figures as Prometheus reads them; one reader at a time, so that they belong together. */
  synchronized String read() {
    status = source.status();
    waiting.register(
        status.map(Status::connections).orElse(List.of()).stream()
            .map(Figures::row)
            .<Row<?>>map(row -> row)
            .toList(),
        true);
    return registry.scrape();
  }

  private static Row<Number> row(Status.Connection connection) {
    var tags = Tags.of("connection", connection.id(), "district", connection.district());
    return Row.of(tags, connection.waiting());
  }
}
