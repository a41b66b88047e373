package org.tucai.platform.db;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanInitializedEventListener;
import io.micronaut.context.event.BeanInitializingEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the data source its address: the configured server's, checked, or that of the embedded database. */
@Singleton
class DatabaseAddress implements BeanInitializedEventListener<DatasourceConfiguration> {
    /**
     * Statements are prepared by the driver: when a MariaDB server prepares them, instants are sent as TIMESTAMP, and a comparison with
     * one after 2038-01-19 (such as {@code Cursor.END}) is never true.
     */
    private static final String PARAMETERS = "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&characterEncoding=utf8&tcpKeepAlive=true&rewriteBatchedStatements=true"
            + "&connectTimeout=3000&socketTimeout=20000&cachePrepStmts=true"
            + "&prepStmtCacheSize=256&prepStmtCacheSqlLimit=4096&useLocalSessionState=true"
            + "&readOnlyPropagatesToServer=false" // else every read costs two more round trips
            + "&useReadAheadInput=false&useUnbufferedInput=false" // else one more system call per read
            + "&maintainTimeStats=false";

    private static final Set<String> FIXED =
            Set.of("connectiontimezone", "servertimezone", "forceconnectiontimezonetosession", "useserverprepstmts");

    private static final Pattern OLD_MARIADB = Pattern.compile("(?:5\\.5\\.5-)?10\\.\\d+\\.\\d+-MariaDB.*");

    private final Provider<EmbeddedMariaDb> embedded;
    private final String url;
    private final String user;
    private final String password;

    /** @param folder taken before the database is touched: else a second program would migrate it under the first one */
    DatabaseAddress(
            DataFolder folder,
            Provider<EmbeddedMariaDb> embedded,
            @Value("${tucai.db.url}") String url,
            @Value("${tucai.db.user}") String user,
            @Value("${tucai.db.password}") String password) {
        this.embedded = embedded;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public DatasourceConfiguration onInitialized(BeanInitializingEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration source = event.getBean();
        if (url.isBlank()) {
            EmbeddedMariaDb.Access access = embedded.get().start();
            source.setUrl(access.url() + "?" + PARAMETERS);
            source.setUsername(access.user());
            source.setPassword(access.password());
        } else {
            source.setUrl(checkedUrl());
            source.setUsername(user);
            source.setPassword(password);
        }
        return source;
    }

    /** The configured address with its parameters; refuses a server that cannot be reached or would lose data. */
    String checkedUrl() {
        String complete = withParameters(url);
        refuseUnusable(complete);
        return complete;
    }

    /**
     * The address with our parameters added unless it sets them itself, so that asking for TLS does not lose the time zone and the time
     * limits. The time zone cannot be chosen: rows would be read at another hour than they were written.
     */
    static String withParameters(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return url + "?" + PARAMETERS;
        }
        String own = Stream.of(url.substring(mark + 1).split("&"))
                .filter(given -> !given.isEmpty() && !FIXED.contains(name(given)))
                .collect(Collectors.joining("&"));
        Set<String> named =
                Stream.of(own.split("&")).map(DatabaseAddress::name).collect(Collectors.toUnmodifiableSet());
        String ours = Stream.of(PARAMETERS.split("&"))
                .filter(parameter -> !named.contains(name(parameter)))
                .collect(Collectors.joining("&"));
        return url.substring(0, mark + 1) + ours + (own.isEmpty() ? "" : "&" + own);
    }

    /** The driver takes names in any case. */
    private static String name(String parameter) {
        return parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    }

    private void refuseUnusable(String address) {
        try (Connection connection = DriverManager.getConnection(address, user, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT VERSION(), DATABASE(), @@character_set_database")) {
            row.next();
            refuseLossy(row.getString(1));
            refuseUnfit(row.getString(2), row.getString(3));
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database at TUCAI_DB_URL cannot be used (" + e.getMessage()
                            + "); check TUCAI_DB_URL, TUCAI_DB_USER, TUCAI_DB_PASSWORD and that the server runs.",
                    e);
        }
    }

    /** A schema created without a character set is latin1 in MariaDB before 11.6 and cannot hold Chinese names. */
    private static void refuseUnfit(@Nullable String database, String characters) {
        if (database == null) {
            throw new StartRefused("TUCAI_DB_URL must name a database: jdbc:mysql://HOST:PORT/DATABASE.");
        }
        if (!"utf8mb4".equals(characters)) {
            throw new StartRefused("The database " + database + " at TUCAI_DB_URL stores text as " + characters
                    + ", which lacks some Chinese characters; create it with CREATE DATABASE " + database
                    + " CHARACTER SET utf8mb4.");
        }
    }

    /** MariaDB 10.x: the driver takes its handshake "5.5.5-10.…" for a MySQL without DATETIME(6). */
    static void refuseLossy(String version) {
        if (OLD_MARIADB.matcher(version).matches()) {
            throw new StartRefused("The database server is " + version + ", with which the MySQL driver loses"
                    + " fractions of a second; use MySQL 8 or MariaDB 11, or later.");
        }
    }
}
