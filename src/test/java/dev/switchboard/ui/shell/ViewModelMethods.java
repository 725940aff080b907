package dev.switchboard.ui.shell;

import dev.switchboard.ui.common.UndoHandler;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;

/** Calls the methods of a controller and of its view models directly, without controls. */
final class ViewModelMethods {
    /** Lifecycle methods that can only be called once. */
    private static final Set<String> NOT_WHILE_OPEN = Set.of("initialize", "close", "closed");

    private final String page;
    private final Map<Class<?>, List<Object>> values;
    private final List<WindowAction> actions = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** @param values the arguments to try for a parameter of a type */
    ViewModelMethods(String page, Map<Class<?>, List<Object>> values) {
        this.page = page;
        this.values = values;
    }

    /** Finds the methods behind a controller. JavaFX thread only. */
    ViewModelMethods of(Object controller) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> ahead = new ArrayDeque<>(List.of(controller));
        while (!ahead.isEmpty()) {
            Object next = ahead.remove();
            if (seen.add(next)) {
                methods(next);
                behind(next, controller.getClass().getPackage(), ahead);
            }
        }
        return this;
    }

    List<WindowAction> actions() {
        return actions;
    }

    /** The methods without a matching argument. */
    List<String> leftOut() {
        return leftOut;
    }

    private static void behind(Object object, Package screen, Deque<Object> ahead) {
        for (Field field : object.getClass().getDeclaredFields()) {
            Object value = Modifier.isStatic(field.getModifiers()) ? null : read(field, object);
            if (value == null || value instanceof Node || value instanceof Record || value instanceof Enum<?>
                    || value.getClass().isHidden()) {
                continue;
            }
            String home = value.getClass().getPackageName();
            if (home.equals(screen.getName()) || home.startsWith(screen.getName() + ".") || value instanceof UndoHandler) {
                ahead.add(value);
            }
        }
    }

    private static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void methods(Object object) {
        Arrays.stream(object.getClass().getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class && !method.isSynthetic()
                        && !NOT_WHILE_OPEN.contains(method.getName()))
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString))
                .forEach(method -> calls(object, method, 0, new Object[method.getParameterCount()]));
    }

    private void calls(Object object, Method method, int from, Object[] chosen) {
        String name = page + ": " + object.getClass().getSimpleName() + "." + method.getName();
        if (from == chosen.length) {
            Object[] arguments = chosen.clone();
            String words = from == 0 ? "" : "(" + String.join(", ", Arrays.stream(arguments).map(ViewModelMethods::word).toList()) + ")";
            actions.add(new WindowAction(name + words, false, () -> call(object, method, arguments)));
            return;
        }
        Class<?> type = method.getParameterTypes()[from];
        List<?> possible = type.isEnum() ? List.of(type.getEnumConstants()) : values.getOrDefault(type, List.of());
        if (possible.isEmpty()) {
            leftOut.add(name + " wants a " + type.getSimpleName());
        }
        for (Object value : possible) {
            chosen[from] = value;
            calls(object, method, from + 1, chosen);
        }
    }

    private static String word(Object value) {
        return value instanceof Record || value.getClass().isHidden()
                ? value.getClass().getSimpleName().replaceAll("\\$.*", "")
                : value.toString();
    }

    private static void call(Object object, Method method, Object[] arguments) {
        try {
            method.setAccessible(true);
            method.invoke(object, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
