package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.executor.ExecutorSelector;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.tucai.testing.TucaiTest;

/** Operations wait for the database and for files: on the event loop one of them would hold up all clients. */
@TucaiTest
class WaitingOperationsIT {
    @Test
    void everyOperationRunsOnAVirtualThread(Router router, ExecutorSelector threads, HttpServerConfiguration server)
            throws Exception {
        ExecutorService waiting = threads.select(TaskExecutors.BLOCKING).orElseThrow();

        assertThat(router.uriRoutes().filter(WaitingOperationsIT::isOurs))
                .hasSizeGreaterThan(100)
                .allSatisfy(route -> assertThat(threads.select(route.getTargetMethod(), server.getThreadSelection()))
                        .contains(waiting));

        assertThat(waiting.submit(() -> Thread.currentThread().isVirtual()).get())
                .isTrue();
    }

    private static boolean isOurs(UriRouteInfo<?, ?> route) {
        return route.getTargetMethod().getDeclaringType().getPackageName().startsWith("org.tucai.");
    }
}
