package org.rollbook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers with what it sees of a request. */
@RestController
final class Echo {
  private final Pause pause;

  Echo(Pause pause) {
    this.pause = pause;
  }

  /** Where a request waits until a test lets it go on. */
  record Pause(CountDownLatch begun, CountDownLatch over) implements AutoCloseable {
    Pause() {
      this(new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public void close() {
      over.countDown();
    }
  }

  @GetMapping("/caller")
  String caller(HttpServletRequest request) {
    return request.getRemoteAddr();
  }

  @GetMapping("/thread")
  String thread() {
    return Thread.currentThread().isVirtual() + " " + Thread.currentThread().getName();
  }

  @GetMapping("/data/thread")
  String data() {
    return "[]";
  }

  @GetMapping("/elsewhere")
  void elsewhere(HttpServletResponse response) throws IOException {
    response.sendRedirect("/thread");
  }

  /** Fails over anything but a number. */
  @GetMapping("/number")
  String number(HttpServletRequest request) {
    return "" + Integer.parseInt(request.getQueryString());
  }

  @GetMapping("/paused")
  String paused() throws InterruptedException {
    pause.begun().countDown();
    pause.over().await();
    return "finished";
  }
}
