package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class NamelessUserTest {
    @Test
    void isNamedByItsNumberAndLivesAmongTheTemporaryFiles() {
        Properties system = system("?", "?");

        NamelessUser.settle(system, "12345");

        assertThat(system).containsEntry("user.name", "12345");
        assertThat(system.getProperty("user.home"))
                .isEqualTo(Path.of("/tmp", "tucai-12345").toString());
    }

    @Test
    void keepsTheHomeItHas() {
        Properties system = system("?", "/");

        NamelessUser.settle(system, "12345");

        assertThat(system).containsEntry("user.name", "12345").containsEntry("user.home", "/");
    }

    @Test
    void aUserWithANameStaysAsItIs() {
        Properties system = system("tucai", "/srv/tucai");

        NamelessUser.settle(system, "12345");

        assertThat(system).containsEntry("user.name", "tucai").containsEntry("user.home", "/srv/tucai");
    }

    private static Properties system(String name, String home) {
        Properties system = new Properties();
        system.setProperty("user.name", name);
        system.setProperty("user.home", home);
        system.setProperty("java.io.tmpdir", "/tmp");
        return system;
    }
}
