package org.tucai.bench.labelled;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data folder's list of pictures: a CSV file in UTF-8 whose first line names the columns, in any order. Read as spreadsheets and
 * scripts write it: with a byte order mark, with quotes, with line ends of any system, with empty lines.
 */
public final class PictureList {
    private final String name;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One picture.
     *
     * @param place where it is listed, for messages
     * @param cells by column, without blanks around them
     */
    public record Row(String place, Map<String, String> cells) {
        /** The cell in that column; empty where the list lacks the column. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The cell in that column; where the list lacks the column, the picture's folder. */
        public String orFolder(String column) {
            String file = cell("file");
            return cells.getOrDefault(column, file.substring(0, Math.max(file.lastIndexOf('/'), 0)));
        }
    }

    private PictureList(String name, List<List<String>> lines) {
        this.name = name;
        this.columns = lines.isEmpty() ? List.of() : lines.getFirst();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).stream().allMatch(String::isEmpty)) {
                rows.add(row(name + ", line " + (i + 1), lines.get(i)));
            }
        }
    }

    /**
     * Reads a list.
     *
     * @param columns that it must have
     * @throws IllegalArgumentException when it lacks one, names no picture, or a line has too few cells or too many
     */
    public static PictureList read(Path folder, String file, String... columns) throws IOException {
        String name = file + " in " + folder;
        try {
            return parse(name, Files.readString(folder.resolve(file)), columns);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " is not in UTF-8: save it as CSV in UTF-8", e);
        }
    }

    static PictureList parse(String name, String text, String... columns) {
        PictureList list = new PictureList(name, new CsvText(text).lines());
        for (String column : columns) {
            if (!list.columns.contains(column)) {
                throw new IllegalArgumentException(name + " lacks the column " + column + ": its first line must name "
                        + String.join(", ", columns));
            }
        }
        if (list.rows.isEmpty()) {
            throw new IllegalArgumentException(name + " names no picture");
        }
        return list;
    }

    private Row row(String place, List<String> line) {
        boolean longer = line.size() > columns.size()
                && line.subList(columns.size(), line.size()).stream().anyMatch(cell -> !cell.isEmpty());
        if (longer || line.size() < columns.size()) {
            throw new IllegalArgumentException(
                    place + ": " + line.size() + " cells, but " + columns.size() + " columns");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), line.get(i));
        }
        return new Row(place, cells);
    }

    /** The file and its folder, for messages. */
    public String name() {
        return name;
    }

    public List<String> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }
}
