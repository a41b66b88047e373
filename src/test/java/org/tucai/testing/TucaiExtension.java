package org.tucai.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the application once for all test classes and supplies its beans to tests. */
class TucaiExtension implements BeforeEachCallback, ParameterResolver {
    private static EmbeddedServer server;

    static synchronized ApplicationContext application() {
        if (server == null) {
            server = ApplicationContext.builder("test")
                    .deduceEnvironment(false)
                    .banner(false)
                    .run(EmbeddedServer.class);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        }
        return server.getApplicationContext();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ApplicationContext application = application();
        application.getBean(Tables.class).empty();
        application.getBean(MutableClock.class).reset();
        application.getBeansOfType(Resettable.class).forEach(Resettable::reset);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return application().containsBean(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return application().getBean(parameter.getParameter().getType());
    }
}
