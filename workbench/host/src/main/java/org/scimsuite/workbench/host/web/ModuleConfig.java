package org.scimsuite.workbench.host.web;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** What a servlet or filter learns when it is initialised. */
public record ModuleConfig(String key, Map<String, String> parameters, ServletContext context)
        implements ServletConfig, FilterConfig {

    @Override
    public String getServletName() {
        return key;
    }

    @Override
    public String getFilterName() {
        return key;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public String getInitParameter(String name) {
        return parameters.get(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}
