package org.scimsuite.workbench.host.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The rest of a request's way: the steps that still see it, then the target. */
final class StepChain implements FilterChain {

    /** The end of the chain. */
    @FunctionalInterface
    interface Target {
        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    private final List<FilterStep> steps;
    private final int next;
    private final Target target;

    StepChain(List<FilterStep> steps, int next, Target target) {
        this.steps = steps;
        this.next = next;
        this.target = target;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = ModuleRequest.path(http);
        for (int index = next; index < steps.size(); index++) {
            FilterStep step = steps.get(index);
            if (step.sees(path)) {
                step.filter().doFilter(request, response, new StepChain(steps, index + 1, target));
                return;
            }
        }
        target.serve(http, (HttpServletResponse) response);
    }
}
