package org.tucai.apispec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the Javadoc says of record components and enum constants. The annotation processor drops the former where a component's type is a
 * schema of its own, and gives the latter in an extension for code generators only, which no page shows: readers of the description would
 * have to guess what ABNORMAL means.
 */
public final class SourceWords {
    /** The words of all records and enums, by their name without package, as the processor names schemas; packages may share one. */
    private final Map<String, List<Map<String, String>>> types = new HashMap<>();

    public static SourceWords read(Path sources) throws IOException {
        List<Path> documented;
        try (Stream<Path> files = Files.walk(sources)) {
            documented = files.filter(f -> f.toString().endsWith(".java")).toList();
        }
        SourceWords words = new SourceWords();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(documented));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                words.new Reader(comments).scan(new TreePath(unit), null);
            }
        }
        return words;
    }

    /** Adds the words to those schemas, which are still named as the processor names them. */
    void addTo(ObjectNode schemas) {
        schemas.properties().forEach(schema -> {
            ObjectNode body = (ObjectNode) schema.getValue();
            if (body.has("enum")) {
                List<String> constants = StreamSupport.stream(body.get("enum").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
                explain(body, list(constants, of(schema.getKey(), constants)));
            } else if (body.has("properties")) {
                List<String> fields = new ArrayList<>();
                body.get("properties").fieldNames().forEachRemaining(fields::add);
                Map<String, String> words = of(schema.getKey(), fields);
                ((ObjectNode) body.get("properties")).properties().forEach(f -> describe(f, words));
            }
        });
    }

    /** The constants of this enum that are explained, as a Markdown list; empty if none is. */
    public String list(Class<?> type) {
        List<String> constants = Stream.of(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .toList();
        String schema =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return list(constants, of(schema, constants));
    }

    private static String list(List<String> constants, Map<String, String> words) {
        return constants.stream()
                .filter(c -> !words.getOrDefault(c, "").isEmpty())
                .map(c -> "\n- `" + c + "`: " + words.get(c))
                .collect(Collectors.joining());
    }

    private static void explain(ObjectNode schema, String list) {
        if (!list.isEmpty()) {
            schema.put("description", schema.path("description").asText() + "\n" + list);
        }
    }

    private static void describe(Map.Entry<String, JsonNode> field, Map<String, String> words) {
        String said = words.getOrDefault(field.getKey(), "");
        ObjectNode schema = (ObjectNode) field.getValue();
        if (said.isEmpty() || schema.has("description")) {
            return;
        }
        JsonNode reference = schema.remove("$ref");
        schema.put("description", said);
        if (reference != null) {
            // beside a $ref everything else is ignored
            schema.putArray("allOf").addObject().set("$ref", reference);
        }
    }

    /** The words of the type of this name that has these members; none if it is not one of ours. */
    private Map<String, String> of(String schema, List<String> members) {
        return types.getOrDefault(schema, List.of()).stream()
                .filter(t -> t.keySet().containsAll(members))
                .findFirst()
                .orElse(Map.of());
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees comments;

        Reader(DocTrees comments) {
            this.comments = comments;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getKind() == Tree.Kind.RECORD || type.getKind() == Tree.Kind.ENUM) {
                Map<String, String> members = new HashMap<>();
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree variable) {
                        members.put(
                                variable.getName().toString(), text(comment(new TreePath(getCurrentPath(), variable))));
                    }
                }
                DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
                if (comment != null) {
                    comment.getBlockTags().forEach(tag -> {
                        if (tag instanceof ParamTree param) {
                            members.put(param.getName().getName().toString(), text(param.getDescription()));
                        }
                    });
                }
                types.computeIfAbsent(schema(type), name -> new ArrayList<>()).add(members);
            }
            return super.visitClass(type, nothing);
        }

        private List<? extends DocTree> comment(TreePath path) {
            DocCommentTree comment = comments.getDocCommentTree(path);
            return comment == null ? List.of() : comment.getFullBody();
        }

        /** The type's name with those of the types around it, or the one that its annotation gives. */
        private String schema(ClassTree type) {
            for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
                if (annotation.getAnnotationType().toString().equals("Schema")) {
                    for (Tree argument : annotation.getArguments()) {
                        if (argument instanceof AssignmentTree a
                                && a.getVariable().toString().equals("name")) {
                            return (String) ((LiteralTree) a.getExpression()).getValue();
                        }
                    }
                }
            }
            List<String> names = new ArrayList<>();
            for (Tree outer : getCurrentPath()) {
                if (outer instanceof ClassTree around) {
                    names.addFirst(around.getSimpleName().toString());
                }
            }
            return String.join(".", names);
        }

        /** One line of Markdown. */
        private static String text(List<? extends DocTree> words) {
            return words.stream()
                    .map(Reader::text)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static String text(DocTree word) {
            return switch (word) {
                case TextTree text -> text.getBody();
                case com.sun.source.doctree.LiteralTree code ->
                    "`" + code.getBody().getBody() + "`";
                case LinkTree link -> "`" + link.getReference().getSignature() + "`";
                default -> word.toString();
            };
        }
    }
}
