package org.rollbook.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What the measured process needed.
 *
 * @param heapLimit what its heap may grow to
 * @param peakAfterCollection the most that was in use right after a garbage collection
 * @param peakResident the most that the process had in memory, heap and all else; 0 where the
 *     system does not say
 */
record Memory(long heapLimit, long peakAfterCollection, long peakResident) {

  /** Watches the collections of this process from now on. */
  static final class Watch {
    private final AtomicLong peak = new AtomicLong();

    Watch() {
      for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
        if (collector instanceof NotificationEmitter emitter) {
          emitter.addNotificationListener((told, _) -> collected(told), null, null);
        }
      }
    }

    private void collected(Notification told) {
      if (told.getUserData() instanceof CompositeData data
          && told.getType()
              .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
        var info = GarbageCollectionNotificationInfo.from(data).getGcInfo();
        long used =
            info.getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> isHeap(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        peak.accumulateAndGet(used, Math::max);
      }
    }

    private static boolean isHeap(String pool) {
      return pool.contains("Eden")
          || pool.contains("Survivor")
          || pool.contains("Old")
          || pool.contains("Tenured");
    }

    Memory peak() throws IOException {
      return new Memory(Runtime.getRuntime().maxMemory(), peak.get(), resident());
    }

    private static long resident() throws IOException {
      Path status = Path.of("/proc/self/status");
      if (!Files.exists(status)) {
        return 0;
      }
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    }
  }
}
